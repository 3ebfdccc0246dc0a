/** Schools, classes, pupils and guardians as rows: what the feeds say of them. */
@org.jspecify.annotations.NullMarked
package fr.gestmat.directory.entity;
