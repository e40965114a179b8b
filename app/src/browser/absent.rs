//! The server's stand-in for what islands do in a browser: nothing.

/// No form is watched here.
pub mod autosave {
    use leptos::prelude::*;

    use crate::islands::autosave::Said;

    /// Nothing to watch.
    pub fn watch(_: NodeRef<leptos::html::P>, _: String, _: Said, _: RwSignal<String>) {}
}
