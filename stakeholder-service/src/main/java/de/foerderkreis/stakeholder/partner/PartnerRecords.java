package de.foerderkreis.stakeholder.partner;

import de.foerderkreis.stakeholder.editing.FieldVersionsColumn;
import de.foerderkreis.stakeholder.officeholder.Salutation;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Rows of {@code partner} and {@code partner_contact}. */
@Repository
class PartnerRecords {

    private static final String SELECT =
            """
            select partner.alias, partner.slug, partner.name, partner.category, partner.active, partner.version,
                   partner.field_versions, contact.id as contact_id, contact.salutation, contact.name as contact_name,
                   contact.email, contact.language, contact.subscriptions, contact.has_account
            from partner join partner_contact contact using (district, alias)
            """;

    private final JdbcClient db;
    private final FieldVersionsColumn fields;

    PartnerRecords(JdbcClient db, FieldVersionsColumn fields) {
        this.db = db;
        this.fields = fields;
    }

    List<Partner> all() {
        return db.sql(
                        SELECT
                                + "order by partner.category, partner.name collate \"de-x-icu\" limit 200")
                .query(this::map)
                .list();
    }

    Optional<Partner> find(String alias) {
        return db.sql(SELECT + "where partner.alias = ?").param(alias).query(this::map).optional();
    }

    /** Stores a new partner unless its alias is taken. */
    boolean insert(Partner partner, LocalDate today) {
        var details = partner.details();
        var inserted =
                db.sql(
                                """
                                insert into partner (alias, slug, name, category, active) values (?, ?, ?, ?, ?)
                                on conflict do nothing\
                                """)
                        .params(
                                partner.alias(),
                                partner.slug(),
                                details.name(),
                                details.category().name(),
                                details.active())
                        .update();
        if (inserted == 0) {
            return false;
        }
        var contact = details.contact();
        db.sql(
                        """
                        insert into partner_contact (id, alias, salutation, name, email, language, subscriptions, has_account, valid_from)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?)\
                        """)
                .params(
                        partner.contactId(),
                        partner.alias(),
                        contact.salutation().name(),
                        contact.name(),
                        contact.email(),
                        contact.language(),
                        contact.subscriptions().toArray(String[]::new),
                        contact.hasAccount(),
                        today)
                .update();
        return true;
    }

    void update(Partner partner) {
        var details = partner.details();
        db.sql(
                        """
                        update partner set name = ?, category = ?, active = ?, version = ?, field_versions = ?::jsonb
                        where alias = ?\
                        """)
                .params(
                        details.name(),
                        details.category().name(),
                        details.active(),
                        partner.version(),
                        fields.write(partner.fields()),
                        partner.alias())
                .update();
        var contact = details.contact();
        db.sql(
                        """
                        update partner_contact
                        set salutation = ?, name = ?, email = ?, language = ?, subscriptions = ?, has_account = ?
                        where id = ?\
                        """)
                .params(
                        contact.salutation().name(),
                        contact.name(),
                        contact.email(),
                        contact.language(),
                        contact.subscriptions().toArray(String[]::new),
                        contact.hasAccount(),
                        partner.contactId())
                .update();
    }

    LocalDate contactSince(UUID contactId) {
        return db.sql("select valid_from from partner_contact where id = ?")
                .param(contactId)
                .query(LocalDate.class)
                .single();
    }

    private Partner map(ResultSet row, int index) throws SQLException {
        return new Partner(
                row.getString("alias"),
                row.getString("slug"),
                new PartnerDetails(
                        row.getString("name"),
                        PartnerCategory.valueOf(row.getString("category")),
                        row.getBoolean("active"),
                        new PartnerDetails.Contact(
                                Salutation.valueOf(row.getString("salutation")),
                                row.getString("contact_name"),
                                row.getString("email"),
                                row.getString("language"),
                                List.of((String[]) row.getArray("subscriptions").getArray()),
                                row.getBoolean("has_account"))),
                row.getObject("contact_id", UUID.class),
                row.getLong("version"),
                fields.read(row.getString("field_versions")));
    }
}
