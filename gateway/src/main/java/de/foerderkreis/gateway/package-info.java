/** The only door: sessions, login, routes and protection, no domain rule. */
@NullMarked
package de.foerderkreis.gateway;

import org.jspecify.annotations.NullMarked;
