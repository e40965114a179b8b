//! The server's stand-in for what islands do in a browser: nothing.

/// No form is watched here.
pub mod autosave {
    use leptos::prelude::*;

    use crate::islands::Sentences;

    /// Nothing to watch.
    pub fn watch(_: NodeRef<leptos::html::P>, _: String, _: Sentences, _: RwSignal<String>) {}
}

/// No meeting is followed here.
pub mod meeting_live {
    use leptos::prelude::*;

    use crate::islands::Sentences;

    /// Nothing to watch.
    pub fn watch(_: NodeRef<leptos::html::P>, _: String, _: Sentences, _: RwSignal<String>) {}
}

/// No device is asked here.
pub mod passkey {
    use leptos::prelude::*;

    /// No.
    #[must_use]
    pub const fn can_ask() -> bool {
        false
    }

    /// Nobody to ask.
    pub fn ask(_: NodeRef<leptos::html::Div>, _: String, _: String, _: String, _: RwSignal<String>) {}
}

/// No session is watched here.
pub mod session_notice {
    use leptos::prelude::*;

    type Dialog = NodeRef<leptos::html::Dialog>;

    /// Nothing to watch.
    pub fn watch(_: Dialog, _: u32, _: RwSignal<bool>) {}

    /// Nothing to keep going.
    pub fn stay(_: Dialog, _: u32, _: RwSignal<bool>) {}
}

/// No stream is read here.
pub mod thread_live {
    use leptos::prelude::*;

    use crate::islands::Sentences;

    /// Nothing to watch.
    pub fn watch(_: NodeRef<leptos::html::P>, _: String, _: Sentences, _: RwSignal<String>, _: bool) {}
}
