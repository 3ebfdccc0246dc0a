package fr.gestmat.directory.control.intake;

import fr.gestmat.directory.control.feed.LinkCodes;

/**
 * What a set holds.
 *
 * @param pupils pupils that can be taken in
 * @param guardians guardians
 * @param staff members of staff
 * @param links links between pupils and guardians
 * @param grades grades
 * @param linkCodes the form of the links
 * @param linkCodesMixed whether some links are of the other form
 */
public record SetCounts(
    int pupils,
    int guardians,
    int staff,
    int links,
    int grades,
    LinkCodes linkCodes,
    boolean linkCodesMixed) {}
