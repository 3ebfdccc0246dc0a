package fr.gestmat.notice.entity;

/**
 * The one person whom a notice is for.
 *
 * @param key what of one batch has the same key goes in one mail; any number that the component
 *     which tells it gives to persons
 * @param name as the mail calls the person; empty where a stranger may have typed it, whose words
 *     must not come from us
 * @param address where it goes, at most 254 characters
 */
public record Addressee(long key, String name, String address) {}
