package de.foerderkreis.application.council;

/** Who decides: the committee prepares, the council decides (KrO NRW §§ 26, 50). */
public enum Body {
    KREISAUSSCHUSS,
    KREISTAG
}
