import { Component, type ReactNode } from 'react';

interface BoundaryProperties {
  readonly children: ReactNode;
  /** Shown in place of the children when drawing them failed. */
  readonly fallback: ReactNode;
  /** Another value is a reason to try again. */
  readonly watch?: unknown;
}

/** Keeps one thing that cannot be drawn from taking the page with it. */
export class Boundary extends Component<BoundaryProperties, { failed: boolean }> {
  override state = { failed: false };

  static getDerivedStateFromError(): { failed: boolean } {
    return { failed: true };
  }

  override componentDidUpdate(before: BoundaryProperties): void {
    if (this.state.failed && before.watch !== this.props.watch) this.setState({ failed: false });
  }

  override render(): ReactNode {
    return this.state.failed ? this.props.fallback : this.props.children;
  }
}
