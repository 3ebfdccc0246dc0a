/** Return campaigns: who must bring devices back when, and how far it is. */
@org.jspecify.annotations.NullMarked
package fr.gestmat.lending.control.campaign;
