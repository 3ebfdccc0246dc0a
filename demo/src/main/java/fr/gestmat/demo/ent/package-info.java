/**
 * A school portal for trials and tests: a small CAS server that signs people of the sample
 * territory on, in every shape that real portals send attributes in.
 */
@org.jspecify.annotations.NullMarked
package fr.gestmat.demo.ent;
