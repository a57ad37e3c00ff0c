//! Vendors near the standard, by sector.

pub(crate) mod accounting;
pub(crate) mod ai;
pub(crate) mod banking;
pub(crate) mod business;
pub(crate) mod chat;
pub(crate) mod cloud;
pub(crate) mod code;
pub(crate) mod collaboration;
pub(crate) mod community;
pub(crate) mod consumer;
pub(crate) mod customer;
pub(crate) mod developer;
pub(crate) mod device;
pub(crate) mod enterprise;
pub(crate) mod fitness;
pub(crate) mod games;
pub(crate) mod gateway;
pub(crate) mod health;
pub(crate) mod home;
pub(crate) mod identity;
pub(crate) mod insight;
pub(crate) mod logistics;
pub(crate) mod marketing;
pub(crate) mod marketplace;
pub(crate) mod media;
pub(crate) mod meeting;
pub(crate) mod payment;
pub(crate) mod portal;
pub(crate) mod server;
pub(crate) mod shop;
pub(crate) mod shopify;
pub(crate) mod social;
pub(crate) mod storage;
pub(crate) mod tiktok;

pub use self::{
    accounting::*, ai::*, banking::*, business::*, chat::*, cloud::*, code::*, collaboration::*,
    community::*, consumer::*, customer::*, developer::*, device::*, enterprise::*, fitness::*, games::*,
    gateway::*, health::*, home::*, identity::*, insight::*, logistics::*, marketing::*, marketplace::*,
    media::*, meeting::*, payment::*, portal::*, server::*, shop::*, shopify::*, social::*, storage::*,
    tiktok::*,
};
