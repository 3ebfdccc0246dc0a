package fr.gestmat.web.view;

import java.time.Instant;

/**
 * One event of a history, as {@code part/timeline.jte} shows it.
 *
 * @param at when it happened
 * @param tone how it went
 * @param title what happened
 * @param text who, where and details; empty for none
 */
public record TimelineEntry(Instant at, Tone tone, String title, String text) {}
