/** The shipped EAR with its surroundings, seen from outside: by HTTP and in a browser. */
@NullMarked
package fr.gestmat.system.product;

import org.jspecify.annotations.NullMarked;
