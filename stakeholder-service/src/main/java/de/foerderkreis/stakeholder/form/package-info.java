/**
 * What pages of every feature need: typed input that is never lost, labels of choices, sentences
 * for errors.
 */
@NullMarked
package de.foerderkreis.stakeholder.form;

import org.jspecify.annotations.NullMarked;
