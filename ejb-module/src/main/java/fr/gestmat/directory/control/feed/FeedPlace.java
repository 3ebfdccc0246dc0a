package fr.gestmat.directory.control.feed;

/**
 * Where something stands in a feed.
 *
 * @param file the file's name as it was received, without folders
 * @param line the line in that file, from 1; 0 when the whole file is meant
 */
public record FeedPlace(String file, int line) {}
