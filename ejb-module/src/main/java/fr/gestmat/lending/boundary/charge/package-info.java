/** Charges: followed by schools, agreed and sent to the finance system by the authority. */
@org.jspecify.annotations.NullMarked
package fr.gestmat.lending.boundary.charge;
