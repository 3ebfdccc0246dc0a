/** What this part of the product knows of one person, for that person. */
@org.jspecify.annotations.NullMarked
package fr.gestmat.lending.control.person;
