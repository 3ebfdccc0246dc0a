/**
 * Who makes a request, and whether it may be made at all: sessions and tokens, CAS, forged
 * requests, headers. Refused by default.
 */
@org.jspecify.annotations.NullMarked
package fr.gestmat.web.security;
