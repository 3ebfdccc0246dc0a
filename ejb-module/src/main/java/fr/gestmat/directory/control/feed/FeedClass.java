package fr.gestmat.directory.control.feed;

/**
 * A class, or a group, that a pupil is in.
 *
 * @param schoolKey the feed's key of the class's school
 * @param name the class's name, as the school writes it
 */
public record FeedClass(String schoolKey, String name) {}
