//! `cargo xtask test`: one readable list of checks. It stops at the first failure and prints the line that repeats that step
//! alone. What cannot be set up is left out and said again at the end; with `CI=true` that is a failure.

use std::time::Instant;

use crate::set_up::Need;
use crate::steps::{Given, STEPS, Step};
use crate::{Answer, house, say};

/// Runs all steps, or the one that is named, with the words that follow it.
pub fn test(words: &[String]) -> Answer {
    // The server embeds site/, so the folder must exist before anything is compiled.
    house::make_folder(&house::site())?;
    let Some((name, rest)) = words.split_first() else { return every() };
    if name == "list" {
        STEPS.iter().for_each(|step| say::line(&format!("{:<16}{}", step.name, step.says)));
        return Ok(());
    }
    let known = || STEPS.iter().map(|step| step.name).collect::<Vec<_>>().join(", ");
    let step = STEPS
        .iter()
        .find(|step| step.name == name)
        .ok_or_else(|| format!("There is no step \"{name}\". There are: {}.", known()))?;
    let mut left_out = Vec::new();
    take(step, rest.to_vec(), &mut left_out)?;
    close(&left_out)
}

fn every() -> Answer {
    let mut left_out = Vec::new();
    for step in STEPS {
        take(step, Vec::new(), &mut left_out)?;
    }
    close(&left_out)
}

/// One step: set up what it needs, run it, say how long it took.
fn take(step: &Step, words: Vec<String>, left_out: &mut Vec<String>) -> Answer {
    say::step(&format!("{}: {}", step.name, step.says));
    let started = Instant::now();
    let missing = unmet(step.needs);
    if !missing.is_empty() {
        left_out.extend(missing.into_iter().map(|(_, why)| format!("{} was left out. {why}", step.name)));
        return Ok(());
    }
    let unmet = unmet(step.wants);
    let met = step.wants.iter().copied().filter(|want| unmet.iter().all(|(need, _)| need != want)).collect();
    left_out.extend(unmet.into_iter().map(|(_, why)| format!("A part of {} was left out. {why}", step.name)));
    (step.work)(&Given { words, met })
        .map_err(|why| format!("{why}\n\nThe step \"{0}\" failed. Repeat it alone with: cargo xtask test {0}", step.name))?;
    say::line(&format!("{}: good, {:.0} s", step.name, started.elapsed().as_secs_f64()));
    Ok(())
}

fn unmet(needs: &[Need]) -> Vec<(Need, String)> {
    needs.iter().filter_map(|need| need.meet().err().map(|why| (*need, why))).collect()
}

fn close(left_out: &[String]) -> Answer {
    if left_out.is_empty() {
        say::line("\nEverything holds.");
        return Ok(());
    }
    let list = left_out.join("\n");
    if std::env::var("CI").is_ok_and(|value| value == "true") {
        return Err(format!("Not everything could be tested:\n{list}"));
    }
    say::line(&format!("\nWhat was tested holds. Not everything was:\n{list}"));
    Ok(())
}
