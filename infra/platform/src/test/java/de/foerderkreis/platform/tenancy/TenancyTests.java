package de.foerderkreis.platform.tenancy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import de.foerderkreis.platform.SampleTest;
import de.foerderkreis.platform.persistence.Ids;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@SampleTest
class TenancyTests {

    @Autowired JdbcClient jdbc;
    @Autowired TransactionTemplate transactions;

    @Test
    void rowsOfAnotherDistrictAreInvisible() {
        var id = as("05382", null, () -> round("05382"));
        assertThat(as("05382", null, () -> titles(id))).containsExactly("Runde");
        assertThat(as("05358", null, () -> titles(id))).isEmpty();
    }

    @Test
    void aRowForAnotherDistrictIsRefused() {
        assertThatExceptionOfType(DataAccessException.class)
                .isThrownBy(() -> as("05382", null, () -> round("05358")))
                .havingRootCause()
                .withMessageContaining("row-level security");
    }

    @Test
    void aRowOfAnotherDistrictCannotBeChanged() {
        var id = as("05382", null, () -> round("05382"));
        var changed =
                as(
                        "05358",
                        null,
                        () ->
                                jdbc.sql("update round set title = 'fremd' where id = ?")
                                        .param(id)
                                        .update());
        assertThat(changed).isZero();
    }

    @Test
    void withoutADistrictNothingIsSeenAndNothingIsWritten() {
        var id = as("05382", null, () -> round("05382"));
        assertThat(transactions.<List<String>>execute(status -> titles(id))).isEmpty();
        assertThatExceptionOfType(DataAccessException.class)
                .isThrownBy(() -> transactions.execute(status -> round("05382")));
    }

    @Test
    void aPooledConnectionCarriesNothingOver() {
        for (int i = 0; i < 40; i++) {
            as("05382", "05382068", () -> round("05382"));
            var left =
                    transactions.execute(status ->
                            jdbc.sql(
                                            "select coalesce(current_setting('app.district', true), '') || coalesce(current_setting('app.organisation', true), '')")
                                    .query(String.class)
                                    .single());
            assertThat(left).isEmpty();
        }
    }

    @Test
    void aDraftIsSeenByItsOwnOrganisationOnly() {
        var id = Ids.next();
        as(
                "05382",
                "05382068",
                () ->
                        jdbc.sql("insert into draft (id, text) values (?, 'intern')")
                                .param(id)
                                .update());
        assertThat(as("05382", "05382068", () -> drafts(id))).containsExactly("intern");
        assertThat(as("05382", "05382008", () -> drafts(id))).isEmpty();
        assertThat(as("05382", "05382", () -> drafts(id))).isEmpty();
        assertThat(as("05382", null, () -> drafts(id))).isEmpty();
        assertThat(as("05358", "05382068", () -> drafts(id))).isEmpty();
    }

    @Test
    void theRuntimeRoleNeitherOwnsTheTablesNorBypassesPolicies() {
        var special =
                jdbc.sql(
                                "select rolsuper or rolbypassrls from pg_roles where rolname = current_user")
                        .query(Boolean.class)
                        .single();
        assertThat(special).isFalse();
        assertThat(
                        jdbc.sql(
                                        "select count(*) from pg_tables where schemaname = 'public' and tableowner = current_user")
                                .query(Long.class)
                                .single())
                .isZero();
    }

    private <T extends @Nullable Object> T as(
            String district, @Nullable String organisation, Supplier<T> work) {
        return Tenancy.call(
                district, organisation, () -> transactions.<T>execute(status -> work.get()));
    }

    private UUID round(String district) {
        var id = Ids.next();
        jdbc.sql("insert into round (id, district, title) values (?, ?, 'Runde')")
                .params(id, district)
                .update();
        return id;
    }

    private List<String> titles(UUID id) {
        return jdbc.sql("select title from round where id = ?")
                .param(id)
                .query(String.class)
                .list();
    }

    private List<String> drafts(UUID id) {
        return jdbc.sql("select text from draft where id = ?").param(id).query(String.class).list();
    }
}
