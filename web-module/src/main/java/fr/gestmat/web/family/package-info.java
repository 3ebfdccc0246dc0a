/** The pages of pupils and guardians, made for a phone: one thing to do on each. */
@NullMarked
package fr.gestmat.web.family;

import org.jspecify.annotations.NullMarked;
