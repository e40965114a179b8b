//! What the thread's island does in a browser: it listens while the page is seen, puts each message in its place, and tells the server
//! what was read when the reader next does something. Only what a person does keeps a session going, so nothing here does.

use leptos::prelude::*;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::spawn_local;
use web_sys::{Document, Element, EventSource, HtmlInputElement, MessageEvent};

use super::{form, says};
use crate::islands::Sentences;

/// A thread that is open on the page.
#[derive(Clone)]
struct Live {
    document: Document,
    /// The form that marks it as read.
    form: web_sys::HtmlFormElement,
    source: StoredValue<String>,
    stream: StoredValue<Option<EventSource>, LocalStorage>,
    said: Sentences,
    line: RwSignal<String>,
    /// Is there anything that was shown and not yet marked as read?
    unread: StoredValue<bool>,
    /// By how much of a pixel the page stands off.
    rest: StoredValue<f64>,
}

/// Listens to the stream while the page is seen.
pub fn watch(place: NodeRef<leptos::html::P>, source: String, said: Sentences, line: RwSignal<String>, unread: bool) {
    Effect::new(move |_| {
        let Some(form) = place.get().and_then(|element| form::around(&element)) else { return };
        let Some(document) = form.owner_document() else { return };
        let live = Live {
            document,
            form,
            source: StoredValue::new(source.clone()),
            stream: StoredValue::new_local(None),
            said: said.clone(),
            line,
            unread: StoredValue::new(unread),
            rest: StoredValue::new(0.0),
        };
        let _ = live.begin();
    });
}

/// A listener that lives as long as the page.
fn on<E: wasm_bindgen::convert::FromWasmAbi + 'static>(run: impl Fn(E) + 'static) -> js_sys::Function {
    Closure::<dyn Fn(E)>::new(run).into_js_value().unchecked_into()
}

impl Live {
    fn begin(self) -> Result<(), JsValue> {
        // With script the page marks by itself what is read.
        if let Some(button) = self.form.query_selector("button")? {
            button.remove();
        }
        let live = self.clone();
        let seen = on(move |_: JsValue| live.follow());
        self.document.add_event_listener_with_callback("visibilitychange", &seen)?;
        let live = self.clone();
        let acts = on(move |_: JsValue| live.mark());
        for event in ["pointerdown", "keydown", "wheel"] {
            self.document.add_event_listener_with_callback(event, &acts)?;
        }
        self.follow();
        // Who opened the page has begun to read it.
        self.mark();
        Ok(())
    }

    /// A page that nobody sees holds no line: a browser has few of them.
    fn follow(&self) {
        let open = self.stream.with_value(Option::is_some);
        match (self.document.hidden(), open) {
            (true, true) => self.stream.update_value(|stream| {
                if let Some(stream) = stream.take() {
                    stream.close();
                }
            }),
            (false, false) => {
                let _ = self.listen();
            }
            _ => {}
        }
    }

    fn listen(&self) -> Result<(), JsValue> {
        let stream = EventSource::new(&self.source.get_value())?;
        let live = self.clone();
        stream.set_onmessage(Some(&on(move |event: MessageEvent| live.came(&event))));
        let live = self.clone();
        stream.set_onerror(Some(&on(move |_: JsValue| live.line.set(says(&live.said, 1)))));
        let live = self.clone();
        stream.set_onopen(Some(&on(move |_: JsValue| {
            if live.line.get_untracked() == says(&live.said, 1) {
                live.line.set(String::new());
            }
        })));
        self.stream.set_value(Some(stream));
        Ok(())
    }

    /// A message as the page shows it; its time is the id of the event.
    fn came(&self, event: &MessageEvent) {
        let Some(html) = event.data().as_string() else { return };
        if self.put(&html).unwrap_or(false) {
            self.line.set(says(&self.said, 0));
            self.unread.set_value(true);
        }
        let mark = event.last_event_id();
        // After a pause the stream goes on from here.
        self.source.update_value(|source| {
            let path = source.split('?').next().unwrap_or_default().to_owned();
            *source = format!("{path}?since={mark}");
        });
        if let Ok(Some(field)) = self.form.query_selector("input[name=mark]")
            && let Ok(field) = field.dyn_into::<HtmlInputElement>()
        {
            field.set_value(&mark);
        }
    }

    /// Puts a message in its place; false where it stands there already. What somebody is typing in is left alone.
    fn put(&self, html: &str) -> Result<bool, JsValue> {
        let made = self.document.create_element("template")?.dyn_into::<web_sys::HtmlTemplateElement>()?;
        made.set_inner_html(html);
        let Some(new) = made.content().first_element_child() else { return Ok(false) };
        let Some(list) = self.document.get_element_by_id("messages") else { return Ok(false) };
        // A browser scrolls by whole pixels; what that leaves is made up for the next time.
        let wanted = self.top().map(|top| top - self.rest.get_value());
        match self.document.get_element_by_id(&new.id()) {
            Some(old) if old.get_attribute("data-stamp") == new.get_attribute("data-stamp") || self.is_used(&old)? => {
                return Ok(false);
            }
            Some(old) => old.replace_with_with_node_1(&new)?,
            None => list.append_with_node_1(&new)?,
        }
        // What somebody looks at below stays where it is.
        if let (Some(window), Some((wanted, top))) = (web_sys::window(), wanted.zip(self.top())) {
            window.scroll_by_with_x_and_y(0.0, top - wanted);
            self.rest.set_value(self.top().map_or(0.0, |top| top - wanted));
        }
        Ok(true)
    }

    /// Is somebody writing in it, or about to?
    fn is_used(&self, message: &Element) -> Result<bool, JsValue> {
        Ok(message.contains(self.document.active_element().as_deref()) || message.query_selector("details[open]")?.is_some())
    }

    /// Where the element with the focus stands on the screen, if that is below the messages.
    fn top(&self) -> Option<f64> {
        let active = self.document.active_element().filter(|active| active.tag_name() != "BODY")?;
        Some(active.get_bounding_client_rect().top())
    }

    /// Tells the server what was read, once for what came.
    fn mark(&self) {
        if !self.unread.get_value() {
            return;
        }
        self.unread.set_value(false);
        let form = self.form.clone();
        spawn_local(async move {
            let _ = form::sent(&form, "/do/seen-thread").await;
        });
    }
}
