package fr.gestmat.directory.control.feed;

/**
 * A grade (niveau).
 *
 * @param key the MEF code, 11 characters
 * @param label its name as written in the feed
 */
public record FeedGrade(FeedPlace place, String key, String label) implements FeedRecord {}
