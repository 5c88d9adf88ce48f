/** A real SMTP server whose mails can be read in the browser, as a process of its own. */
@NullMarked
package de.foerderkreis.devstack.mail;

import org.jspecify.annotations.NullMarked;
