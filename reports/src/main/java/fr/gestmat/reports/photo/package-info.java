/**
 * Decides what a photo is: the bytes say so, not the browser. It is decoded and drawn anew, smaller
 * and without what the camera wrote beside the picture (place, time, owner).
 */
@NullMarked
package fr.gestmat.reports.photo;

import org.jspecify.annotations.NullMarked;
