package de.foerderkreis.platform.audit;

/**
 * A value about a person inside what is audited. The trail keeps its salted hash; the value itself
 * stands in a side table from which it can be erased without breaking the chain.
 */
public record PersonalValue(String value) {

    public static PersonalValue of(String value) {
        return new PersonalValue(value);
    }

    /** Says nothing, so that no log line does. */
    @Override
    public String toString() {
        return "PersonalValue";
    }
}
