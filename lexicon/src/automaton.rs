//! The smallest automaton that maps each form to its set of analyses (Daciuk et al. 2000, sorted input).

use std::collections::HashMap;

/// Index of a state.
pub type StateId = u32;

/// A state: what is found where a form ends here, and the ways on.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct State {
    /// Set of analyses of the form that ends here.
    pub set: Option<u32>,
    /// Letter and target, in the order of letters.
    pub transitions: Vec<(u8, StateId)>,
}

/// Builds the automaton from forms in sorted order.
#[derive(Default)]
pub struct Builder {
    states: Vec<State>,
    registry: HashMap<State, StateId>,
    /// The states along the last form; the target of the last transition of each is still open.
    path: Vec<State>,
    last: Vec<u8>,
}

impl Builder {
    /// Adds a form after all that sort before it.
    pub fn add(&mut self, form: &[u8], set: u32) {
        assert!(self.path.is_empty() || *form > *self.last, "forms out of order");
        let shared = form.iter().zip(&self.last).take_while(|(a, b)| a == b).count();
        self.close(shared);
        self.path.resize_with(form.len() + 1, State::default);
        if let Some(end) = self.path.last_mut() {
            end.set = Some(set);
        }
        self.last = form.to_vec();
    }

    /// All states, each after the states it leads to; the last one is the root.
    pub fn finish(mut self) -> Vec<State> {
        self.close(0);
        let root = self.path.pop().unwrap_or_default();
        self.states.push(root);
        self.states
    }

    /// Freezes the states of the last form below depth `keep`.
    fn close(&mut self, keep: usize) {
        while self.path.len() > keep + 1 {
            let state = self.path.pop().unwrap_or_default();
            let id = self.intern(state);
            let letter = self.last[self.path.len() - 1];
            if let Some(parent) = self.path.last_mut() {
                parent.transitions.push((letter, id));
            }
        }
    }

    fn intern(&mut self, state: State) -> StateId {
        let next = StateId::try_from(self.states.len()).unwrap_or(StateId::MAX);
        *self.registry.entry(state).or_insert_with_key(|state| {
            self.states.push(state.clone());
            next
        })
    }
}
