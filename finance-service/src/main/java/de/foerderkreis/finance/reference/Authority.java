package de.foerderkreis.finance.reference;

/** An authority by its code in the programme. */
public record Authority(String code, String labelDe, String labelEn) {}
