//! What a viewer may see: one condition for every statement, and a type that nobody else can make.

use std::ops::Deref;

use domain::id::GroupId;
use domain::party::Audience;
use domain::viewer::Viewer;

use crate::value::Value;

/// Something that the store has found visible to the viewer who asked. Pages render nothing else.
#[derive(Clone, Debug)]
pub struct Visible<T>(T);

impl<T> Visible<T> {
    pub(crate) const fn new(found: T) -> Self {
        Self(found)
    }

    /// The thing itself.
    #[must_use]
    pub fn into_inner(self) -> T {
        self.0
    }
}

impl<T> Deref for Visible<T> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.0
    }
}

/// The condition on `projects p`: joint or the viewer's own caucus, and a role that reads the group's content. `$1` is the
/// caucus, `$2` the person; see [`viewer_values`].
macro_rules! visible_to {
    () => {
        "p.ledger in ('joint', $1) and exists (select 1 from held_roles r where r.person_id = $2 and r.role <> 'administrator' \
         and (r.group_id is null or r.group_id = p.group_id))"
    };
}
pub(crate) use visible_to;

/// The condition on `entries e`: an entry about a link is told to whoever may read the project at the link's other end. Its values are
/// those of [`visible_to`].
macro_rules! link_is_seen {
    () => {
        "(e.subject <> 'link' or exists (select 1 from project_links l join projects o on o.id = l.other_id where l.id = e.subject_id \
         and o.ledger in ('joint', $1) and exists (select 1 from held_roles r where r.person_id = $2 and r.role <> 'administrator' \
         and (r.group_id is null or r.group_id = o.group_id))))"
    };
}
pub(crate) use link_is_seen;

/// What beside the joint this viewer reads in a group, at most three, filled up with what is none.
pub(crate) fn own_audiences(viewer: &Viewer, group: &GroupId) -> [&'static str; 3] {
    let mut own = Audience::ALL.into_iter().filter(|&one| one != Audience::Joint && viewer.reads(one, group)).map(Audience::code);
    [(); 3].map(|()| own.next().unwrap_or_default())
}

/// The values of `$1` and `$2` in [`visible_to`].
pub(crate) fn viewer_values(viewer: &Viewer) -> [Value; 2] {
    let caucus = Audience::caucus(viewer.party).map_or("", Audience::code);
    [caucus.into(), viewer.person_id.as_str().into()]
}
