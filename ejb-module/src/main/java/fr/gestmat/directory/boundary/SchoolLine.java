package fr.gestmat.directory.boundary;

import java.util.Optional;

/**
 * A school in a list.
 *
 * @param uai its code
 * @param name its name
 * @param type what kind of school, as the feed says
 * @param town its town
 * @param classes how many classes have pupils
 * @param pupils how many pupils are present
 */
public record SchoolLine(
    String uai,
    String name,
    Optional<String> type,
    Optional<String> town,
    int classes,
    int pupils) {}
