/** The case: opened once under one programme, listed, viewed and edited, with its documents. */
@NullMarked
package de.foerderkreis.application.fundingcase;

import org.jspecify.annotations.NullMarked;
