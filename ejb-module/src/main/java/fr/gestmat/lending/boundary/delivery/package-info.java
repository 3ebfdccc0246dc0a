/** What people do with deliveries: announce one by a supplier's file, follow it, receive it. */
@NullMarked
package fr.gestmat.lending.boundary.delivery;

import org.jspecify.annotations.NullMarked;
