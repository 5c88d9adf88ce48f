/** What colleagues of one town hall tell each other about a draft; nobody outside reads it. */
@NullMarked
package de.foerderkreis.stakeholder.comment;

import org.jspecify.annotations.NullMarked;
