package de.foerderkreis.stakeholder.access;

import de.foerderkreis.platform.tenancy.Caller;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Names the organisation a visitor acts for, from the tables of this service. */
@Service
class OrganisationNames {

    private final JdbcClient db;

    OrganisationNames(JdbcClient db) {
        this.db = db;
    }

    @Transactional(readOnly = true)
    @Nullable String of(Caller caller) {
        var table =
                switch (caller.kind()) {
                    case DISTRICT -> "select name from district where district = ?";
                    case MUNICIPALITY -> "select name from municipality where ags = ?";
                    case PARTNER -> "select name from partner where alias = ?";
                    case STATE -> null;
                };
        return table == null
                ? null
                : db.sql(table)
                        .param(caller.organisation())
                        .query(String.class)
                        .optional()
                        .orElse(null);
    }
}
