/** Desks that go on without network: their list, what they bring back, and how it was replayed. */
@org.jspecify.annotations.NullMarked
package fr.gestmat.lending.boundary.offline;
