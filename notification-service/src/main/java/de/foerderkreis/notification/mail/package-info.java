/**
 * Hands mails to the mail server without holding a transaction or a connection, and never twice by
 * itself.
 */
@NullMarked
package de.foerderkreis.notification.mail;

import org.jspecify.annotations.NullMarked;
