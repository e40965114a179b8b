//! Plays the scenes: each through the same doors that people's forms use.

use std::collections::BTreeMap;
use std::path::Path;

use domain::attachment::{self, Attachment};
use domain::facts::Facts;
use domain::id::{AttachmentId, Occasion};
use domain::refusal::Refusal;
use domain::text::{self, Note};
use domain::thread::{self, NewMessage, Thread};
use domain::viewer::Viewer;
use store::perform::Request;
use store::{Db, Failure, Readers};

use super::cast::Cast;
use super::meetings;
use super::script::{Scene, What};
use super::story::Message;
use crate::clock;

struct Stage<'a> {
    db: &'a Db,
    files: &'a Path,
    cast: &'a Cast,
    /// How each project is named in addresses by now.
    handles: BTreeMap<usize, String>,
}

/// Plays all scenes in their order.
pub async fn all(db: &Db, files: &Path, cast: &Cast, scenes: Vec<Scene>) -> Result<(), String> {
    std::fs::create_dir_all(files).map_err(|error| error.to_string())?;
    let mut stage = Stage { db, files, cast, handles: BTreeMap::new() };
    let mut last = 0;
    for mut scene in scenes {
        // Two deeds never share a moment, so the order of the days is the order of the ledger.
        scene.at.0 = scene.at.0.max(last + 1);
        last = scene.at.0;
        let told = format!("project {}, {}", scene.project + 1, scene.by);
        match stage.play(scene).await {
            Ok(()) | Err(Failure::Refused(Refusal::NothingChanged)) => {}
            Err(failure) => return Err(format!("The demonstration stops at {told}: {failure:?}")),
        }
    }
    Ok(())
}

impl Stage<'_> {
    async fn play(&mut self, scene: Scene) -> Result<(), Failure> {
        let person_id = self.cast.people.get(&scene.by).cloned().ok_or(Failure::NotFound)?;
        let occasion = Occasion::new(scene.at, clock::random());
        let request = Request { person_id, id: "demonstration".to_owned(), occasion, form: None };
        let handle = self.handles.get(&scene.project).cloned().unwrap_or_default();
        match scene.what.clone() {
            What::Start { sector, joint, source } => {
                let group = self.cast.groups.get(&sector).cloned().ok_or(Failure::NotFound)?;
                let started = store::perform::start(self.db, &request, move |viewer| {
                    domain::project::start(viewer, &group, sector, joint, source, occasion)
                });
                self.handles.insert(scene.project, started.await?);
            }
            What::Do(rule) => {
                let named =
                    |facts: &domain::facts::Facts, change: &domain::change::Change| app::pages::handle_after(facts, change);
                let done = store::perform(self.db, &handle, &request, named, move |facts, viewer| rule(facts, viewer, occasion));
                self.handles.insert(scene.project, done.await?);
            }
            What::Reply { title, message } => self.reply(&handle, &request, &title, message).await?,
            What::Resolve { title } => self.resolve(&handle, &request, &title).await?,
            What::Call { sector, when } => meetings::call(self.db, self.cast, &scene, sector, when).await?,
            What::Meet { sector, number, rule } => meetings::meet(self.db, self.cast, &scene, (sector, number), rule).await?,
            What::Attach { name, text } => self.attach(&handle, &request, name, text).await?,
        }
        Ok(())
    }

    async fn reply(&self, handle: &str, request: &Request, title: &str, said: Message) -> Result<(), Failure> {
        let id = self.thread(handle, request, title).await?;
        let mut mentioned = Vec::new();
        for name in &said.attention {
            let person = self.cast.people.get(name).ok_or(Failure::NotFound)?;
            let mut tx = self.db.read(&Readers::public()).await?;
            mentioned.push(store::person::viewer(&mut tx, person).await?.ok_or(Failure::NotFound)?);
        }
        let (text, answers, occasion) = (Note { lang: said.lang, text: said.text }, said.answers, request.occasion);
        store::thread::perform(self.db, handle, &id, request, "", move |facts, viewer, thread| {
            let answers = thread.messages.last().filter(|_| answers).map(|last| last.start.id.clone());
            let new = NewMessage { text: text.clone(), answers, mentioned: mentioned.clone() };
            thread::post(facts, viewer, thread, &new, occasion)
        })
        .await?;
        Ok(())
    }

    async fn resolve(&self, handle: &str, request: &Request, title: &str) -> Result<(), Failure> {
        let (id, occasion) = (self.thread(handle, request, title).await?, request.occasion);
        let rule = move |facts: &Facts, viewer: &Viewer, found: &Thread| thread::settle(facts, viewer, found, true, occasion);
        store::thread::perform(self.db, handle, &id, request, "", rule).await?;
        Ok(())
    }

    /// The id of the thread with this title.
    async fn thread(&self, handle: &str, request: &Request, title: &str) -> Result<String, Failure> {
        let viewer = {
            let mut tx = self.db.read(&Readers::public()).await?;
            store::person::viewer(&mut tx, &request.person_id).await?.ok_or(Failure::NotFound)?
        };
        let mut tx = self.db.read(&Readers::of(&viewer)).await?;
        let facts = store::perform::facts(&mut tx, &viewer, handle, request.occasion).await?.ok_or(Failure::NotFound)?;
        let threads = store::thread::list(&mut tx, &viewer, &facts).await?;
        let thread = threads.iter().find(|thread| thread.title == title).ok_or(Failure::NotFound)?;
        Ok(thread.id.to_string())
    }

    async fn attach(&self, handle: &str, request: &Request, name: String, content: String) -> Result<(), Failure> {
        let occasion = request.occasion;
        let id: AttachmentId = occasion.branch("file").ids().fresh();
        let kept = tokio::fs::write(self.files.join(id.as_str()), &content).await;
        kept.map_err(|error| store::Error::Corrupt(error.to_string()))?;
        let (digest, size) = (text::hash(&content), i64::try_from(content.len()).unwrap_or(0));
        store::perform(
            self.db,
            handle,
            request,
            |_, _| String::new(),
            move |facts, viewer| {
                let file = Attachment {
                    id: id.clone(),
                    project_id: facts.project.id.clone(),
                    name: name.clone(),
                    media_type: "text/plain".to_owned(),
                    size,
                    digest: digest.clone(),
                    person_id: viewer.person_id.clone(),
                };
                attachment::attach(facts, viewer, file, occasion)
            },
        )
        .await?;
        Ok(())
    }
}
