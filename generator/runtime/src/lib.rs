//! The hand-written part of every emitted client.
