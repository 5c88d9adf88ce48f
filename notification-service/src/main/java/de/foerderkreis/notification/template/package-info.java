/**
 * What a notice is and how it is put into words, in German and English, never with confidential
 * content.
 */
@NullMarked
package de.foerderkreis.notification.template;

import org.jspecify.annotations.NullMarked;
