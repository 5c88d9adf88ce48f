/** Who is signed in: login, sessions in the database, token refresh, logout from either side. */
@NullMarked
package de.foerderkreis.gateway.session;

import org.jspecify.annotations.NullMarked;
