//! Who may open a page or send a form, as `portal routes` says it and a test walks it.

use std::collections::HashSet;

use domain::change::Command;
use domain::party::Audience;
use domain::permission;
use domain::person::Role;
use domain::policy::{Action, Grant};

/// Who may open a page or send a form. What hangs on the thing itself comes on top: a page of a project is one for its readers only.
#[derive(Clone, Copy, Debug)]
pub enum Rule {
    /// Everybody, signed in or not.
    Everyone,
    /// Whoever is signed in, for what is their own or for what they may read.
    SignedIn,
    /// Whoever may do this in some group.
    Action(Action),
    /// Whoever may do one of these deeds where the project stands.
    Deeds(&'static [Command]),
    /// Whoever takes part in the audience that is named.
    Audience,
    /// Whoever runs the server.
    Administrators,
}

impl Rule {
    /// The code, for programs.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Everyone => "everyone",
            Self::SignedIn => "signed_in",
            Self::Action(_) => "action",
            Self::Deeds(_) => "deeds",
            Self::Audience => "audience",
            Self::Administrators => "administrators",
        }
    }

    /// The rights of which one is needed; none where none is.
    #[must_use]
    pub fn actions(self) -> Vec<Action> {
        let audiences = || Audience::ALL.into_iter().filter_map(permission::of_audience).collect();
        let mut found: Vec<Action> = match self {
            Self::Everyone | Self::SignedIn | Self::Administrators => vec![],
            Self::Action(action) => vec![action],
            Self::Deeds(deeds) => deeds.iter().flat_map(|&deed| permission::rows(deed)).map(|row| row.action).collect(),
            Self::Audience => audiences(),
        };
        let mut seen = HashSet::new();
        found.retain(|action| seen.insert(*action));
        found
    }

    /// May somebody with this role open it, as far as roles go?
    #[must_use]
    pub fn admits(self, role: Role) -> bool {
        match self {
            Self::Everyone | Self::SignedIn => true,
            Self::Administrators => role == Role::Administrator,
            _ => self.actions().iter().any(|action| action.grants().get(role as usize).is_some_and(|grant| *grant != Grant::No)),
        }
    }
}
