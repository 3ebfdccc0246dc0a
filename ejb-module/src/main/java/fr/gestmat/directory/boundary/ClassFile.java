package fr.gestmat.directory.boundary;

import java.util.List;
import java.util.UUID;

/**
 * A class with its pupils.
 *
 * @param id public id
 * @param name its name
 * @param uai code of its school
 * @param schoolName name of its school
 * @param pupils the pupils present, by name; a class is never long enough to be paged
 */
public record ClassFile(
    UUID id, String name, String uai, String schoolName, List<PupilLine> pupils) {}
