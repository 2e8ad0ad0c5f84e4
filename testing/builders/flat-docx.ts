import { strFromU8, unzipSync } from 'fflate';
import { buildDocx, type DocxParts } from './docx.ts';

/** The package of buildDocx as one XML file (pkg:package), as office systems export it. */
export const flatDocx = (parts: DocxParts): string => {
  const entries = Object.entries(unzipSync(buildDocx(parts)));
  const written = entries
    .filter(([name]) => name !== '[Content_Types].xml')
    .map(([name, bytes]) => {
      const xml = strFromU8(bytes).replace(/^<\?xml[^>]*\?>/, '');
      return `<pkg:part pkg:name="/${name}" pkg:contentType="application/xml"><pkg:xmlData>${xml}</pkg:xmlData></pkg:part>`;
    });
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<?mso-application progid="Word.Document"?>\n<pkg:package xmlns:pkg="http://schemas.microsoft.com/office/2006/xmlPackage">${written.join('')}</pkg:package>`;
};
