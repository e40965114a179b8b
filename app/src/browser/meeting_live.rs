//! What a meeting's island does in a browser: it follows the stream, finds its way back after the line was lost, hangs on the wall what
//! comes, and on a console keeps what is pressed until the server has it.

use std::cell::{Cell, RefCell};
use std::ops::Deref;
use std::rc::Rc;

use leptos::prelude::*;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{Document, EventSource, HtmlFormElement, HtmlInputElement, MessageEvent, SubmitEvent, Window};

use super::{form, says};
use crate::islands::Sentences;

/// How often the line is looked after, in milliseconds.
const AGAIN: i32 = 2000;
/// A line that has been quiet for so long is lost, for the server says every four seconds that it is there.
const QUIET: f64 = 10_000.0;
/// For so long a new line may take to come about.
const PATIENCE: f64 = 4_000.0;
/// Where the console keeps what it could not send.
const QUEUE: &str = "console queue";
/// What of a form was sent.
const SENT: &str = "data-sent";

/// A page of a meeting.
#[derive(Clone)]
struct Page(Rc<Inner>);

struct Inner {
    window: Window,
    document: Document,
    source: String,
    stream: RefCell<Option<EventSource>>,
    /// What the line says: the line is lost, so much waits, something is new.
    said: Sentences,
    /// Is it the wall, which shows what comes?
    whole: bool,
    line: RwSignal<String>,
    /// Since when the line is lost, as the clock of this room shows it.
    lost: RefCell<Option<String>>,
    /// Is something being sent?
    sending: Cell<bool>,
    /// When the server was heard last, and when it was asked last.
    heard: Cell<f64>,
    asked: Cell<f64>,
}

impl Deref for Page {
    type Target = Inner;

    fn deref(&self) -> &Inner {
        &self.0
    }
}

/// Follows the stream for as long as the page is open.
pub fn watch(place: NodeRef<leptos::html::P>, source: String, said: Sentences, line: RwSignal<String>) {
    Effect::new(move |_| {
        let (Some(_), Some(window)) = (place.get(), web_sys::window()) else { return };
        let Some(document) = window.document() else { return };
        let page = Page(Rc::new(Inner {
            whole: document.get_element_by_id("wall").is_some(),
            window,
            document,
            source: source.clone(),
            stream: RefCell::default(),
            said: said.clone(),
            line,
            lost: RefCell::default(),
            sending: Cell::default(),
            heard: Cell::new(js_sys::Date::now()),
            asked: Cell::default(),
        }));
        let _ = page.begin();
    });
}

/// A listener that lives as long as the page.
fn on<E: wasm_bindgen::convert::FromWasmAbi + 'static>(run: impl Fn(E) + 'static) -> js_sys::Function {
    Closure::<dyn Fn(E)>::new(run).into_js_value().unchecked_into()
}

/// "10:42", on the clock of this room.
fn clock() -> String {
    js_sys::Date::new_0().to_time_string().slice(0, 5).into()
}

/// A number as the browser spells it; the machinery to do so here would weigh as much as an island.
fn spelled(number: f64) -> String {
    js_sys::Number::from(number).to_string_with_radix(10).map(String::from).unwrap_or_default()
}

impl Page {
    fn begin(self) -> Result<(), JsValue> {
        let page = self.clone();
        let back = on(move |_: JsValue| {
            let _ = page.listen();
            page.flush();
        });
        self.window.add_event_listener_with_callback("online", &back)?;
        let page = self.clone();
        let gone = on(move |_: JsValue| {
            page.hang_up();
            page.cut();
        });
        self.window.add_event_listener_with_callback("offline", &gone)?;
        let page = self.clone();
        let check = on(move |_: JsValue| page.check());
        self.window.set_interval_with_callback_and_timeout_and_arguments_0(&check, AGAIN)?;
        if !self.whole {
            let page = self.clone();
            let sent = on(move |event: SubmitEvent| {
                let _ = page.pressed(&event);
            });
            self.document.add_event_listener_with_callback("submit", &sent)?;
            self.flush();
        }
        self.listen()
    }

    fn hang_up(&self) {
        if let Some(old) = self.stream.take() {
            old.close();
        }
    }

    /// A line can be lost without a word; then the server is asked anew.
    fn check(&self) {
        let now = js_sys::Date::now();
        let quiet = now - self.heard.get() > QUIET;
        if quiet && now - self.asked.get() > PATIENCE {
            self.cut();
            let _ = self.listen();
        }
        self.flush();
    }

    fn listen(&self) -> Result<(), JsValue> {
        self.hang_up();
        self.asked.set(js_sys::Date::now());
        let stream = EventSource::new(&self.source)?;
        let page = self.clone();
        stream.set_onmessage(Some(&on(move |event: MessageEvent| page.came(&event))));
        let page = self.clone();
        stream.set_onerror(Some(&on(move |_: JsValue| page.cut())));
        let page = self.clone();
        stream.set_onopen(Some(&on(move |_: JsValue| page.connected())));
        let page = self.clone();
        let beat = on(move |_: JsValue| page.heard.set(js_sys::Date::now()));
        stream.add_event_listener_with_callback("beat", &beat)?;
        let page = self.clone();
        let over = on(move |_: JsValue| {
            let _ = page.window.location().reload();
        });
        stream.add_event_listener_with_callback("over", &over)?;
        self.stream.replace(Some(stream));
        Ok(())
    }

    fn connected(&self) {
        self.heard.set(js_sys::Date::now());
        self.lost.take();
        self.tell(String::new());
        self.flush();
    }

    /// The line is lost. A browser asks again by itself; where it gave up, the next look at the clock does.
    fn cut(&self) {
        if self.lost.borrow().is_none() {
            self.lost.replace(Some(clock()));
        }
        self.tell(String::new());
    }

    fn came(&self, event: &MessageEvent) {
        self.connected();
        if self.whole {
            if let (Some(html), Some(wall)) = (event.data().as_string(), self.document.get_element_by_id("wall")) {
                wall.set_inner_html(&html);
            }
            return;
        }
        let page = self.clone();
        spawn_local(async move {
            if page.renew().await.is_err() {
                page.tell(says(&page.said, 2));
            }
        });
    }

    /// Says what holds: since when the line is lost, how much waits, and this.
    fn tell(&self, more: String) {
        let mut text = more;
        let waiting = self.queue().len();
        if waiting > 0 {
            text = says(&self.said, 1) + " " + &waiting.to_string() + " " + &text;
        }
        if let Some(since) = &*self.lost.borrow() {
            text = says(&self.said, 0) + " " + since + ". " + &text;
        }
        self.line.set(text);
    }

    /// Puts the console as it is now in the place of the old one, unless somebody is using it.
    async fn renew(&self) -> Result<(), JsValue> {
        if self.is_used()? {
            return Err(JsValue::NULL);
        }
        let path = self.window.location().pathname()?;
        let answer = JsFuture::from(self.window.fetch_with_str(&path)).await?.dyn_into::<web_sys::Response>()?;
        let html = form::text(&answer).await?;
        let made = self.document.create_element("template")?.dyn_into::<web_sys::HtmlTemplateElement>()?;
        made.set_inner_html(&html);
        let (new, old) = (made.content().query_selector(".console")?, self.document.query_selector(".console")?);
        // Whoever began to type meanwhile goes on.
        match (new, old) {
            (Some(new), Some(old)) if !self.is_used()? => old.replace_with_with_node_1(&new),
            (None, _) => self.window.location().reload(),
            _ => Err(JsValue::NULL),
        }
    }

    /// Is somebody typing, or has somebody opened what they mean to fill in?
    fn is_used(&self) -> Result<bool, JsValue> {
        let fields = ".console :is(input:not([type=hidden]), textarea, select)";
        let active = self.document.active_element();
        let typing = active.is_some_and(|active| active.matches(fields).unwrap_or(false));
        Ok(typing || self.document.query_selector(".console details[open] :is(textarea, input)")?.is_some())
    }

    /// A button of the console was pressed: what it says is kept first and sent then.
    fn pressed(&self, event: &SubmitEvent) -> Result<(), JsValue> {
        let Some(sent) = event.target().and_then(|target| target.dyn_into::<HtmlFormElement>().ok()) else { return Ok(()) };
        if sent.closest(".console")?.is_none() {
            return Ok(());
        }
        event.prevent_default();
        let field = |name: &str| sent.query_selector(name).ok().flatten().map(JsCast::unchecked_into::<HtmlInputElement>);
        let happened = field("input[name=happened_at]");
        let at = |time: &str| {
            if let Some(happened) = &happened {
                happened.set_value(time);
            }
        };
        at("");
        // The same press twice is one, here as on the server; other words in the same form are another, with a key of their own.
        let said = form::body(&sent)?;
        if sent.get_attribute(SENT).as_ref() == Some(&said) {
            return Ok(());
        }
        at(&spelled(js_sys::Date::now()));
        let mut queue = self.queue();
        queue.push(sent.get_attribute("action").unwrap_or_default() + " " + &form::body(&sent)?);
        self.keep(&queue);
        if let Some(key) = field("input[name=form_key]") {
            key.set_value(&(key.value() + "1"));
        }
        at("");
        sent.set_attribute(SENT, &form::body(&sent)?)?;
        self.tell(String::new());
        self.flush();
        Ok(())
    }

    fn storage(&self) -> Option<web_sys::Storage> {
        self.window.session_storage().ok()?
    }

    /// What waits: a line for each form, its address and its fields, in the order in which they were pressed.
    fn queue(&self) -> Vec<String> {
        let kept = self.storage().and_then(|storage| storage.get_item(QUEUE).ok()?).unwrap_or_default();
        kept.lines().map(str::to_owned).collect()
    }

    fn keep(&self, queue: &[String]) {
        if let Some(storage) = self.storage() {
            let _ = storage.set_item(QUEUE, &queue.join("\n"));
        }
    }

    /// Sends what waits, one after the other; what the server has not answered stays.
    fn flush(&self) {
        if self.whole || self.sending.get() || self.queue().is_empty() {
            return;
        }
        self.sending.set(true);
        let page = self.clone();
        spawn_local(async move {
            let mut last = None;
            while let Some(first) = page.queue().first() {
                let (to, body) = first.split_once(' ').unwrap_or_default();
                let Ok(answer) = form::post(to, body, "text/html").await else { break };
                page.keep(page.queue().get(1..).unwrap_or_default());
                last = Some(answer.url());
                // What was refused is said at once; the rest goes on from the next page.
                if !answer.ok() {
                    break;
                }
            }
            page.sending.set(false);
            match last {
                Some(address) => {
                    let _ = page.window.location().assign(&address);
                }
                None => page.cut(),
            }
        });
    }
}
