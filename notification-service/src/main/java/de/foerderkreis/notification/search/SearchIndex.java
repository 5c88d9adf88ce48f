package de.foerderkreis.notification.search;

import de.foerderkreis.notification.search.SearchEntry.Kind;
import de.foerderkreis.platform.tenancy.Caller;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Everything that can be found in a district, and by whom. */
@Component
class SearchIndex {

    private static final int LIMIT = 100;

    private final JdbcClient jdbc;
    private final SearchSettings settings;

    SearchIndex(JdbcClient jdbc, SearchSettings settings) {
        this.jdbc = jdbc;
        this.settings = settings;
    }

    @Transactional
    public void put(SearchEntry entry) {
        var texts = new ArrayList<>(entry.alsoFoundBy());
        texts.addFirst(entry.title());
        var detail = entry.detail();
        if (detail != null) {
            texts.add(detail);
        }
        var words = SearchText.stored(texts, entry.on());
        jdbc.sql(
                        """
                        insert into search_entry (kind, ref, title, detail, case_id, on_date, link, words, roles, scope)
                        values (:kind, :ref, :title, :detail, :caseId, :on, :link, :words, :roles, :scope)
                        on conflict (district, kind, ref) do update set title = excluded.title, detail = excluded.detail,
                            case_id = excluded.case_id, on_date = excluded.on_date, link = excluded.link,
                            words = excluded.words, roles = excluded.roles, scope = excluded.scope
                        """)
                .param("kind", entry.kind().name())
                .param("ref", entry.ref())
                .param("title", entry.title())
                .param("detail", entry.detail())
                .param("caseId", entry.caseId())
                .param("on", entry.on())
                .param("link", entry.link())
                .param("words", words)
                .param("roles", entry.roles().toArray(String[]::new))
                .param("scope", entry.scope().name())
                .update();
    }

    @Transactional
    public void remove(Kind kind, String ref) {
        jdbc.sql("delete from search_entry where kind = ? and ref = ?")
                .params(kind.name(), ref)
                .update();
    }

    /** What fits every word, best first; where nothing does, what sounds alike. */
    @Transactional(readOnly = true)
    public Found find(String typed, Caller caller) {
        if (caller.district() == null || !SearchQuery.saysSomething(typed)) {
            return new Found(List.of(), false);
        }
        var query = SearchQuery.of(typed, settings.synonyms());
        var hits =
                jdbc.sql(
                                "select * from search_find(:first, :rest, :start, :kind, :organisation, :roles, :limit)")
                        .param("first", query.first())
                        .param("rest", query.rest().toArray(String[]::new))
                        .param("start", query.start())
                        .param("kind", caller.kind().name())
                        .param("organisation", caller.organisation())
                        .param("roles", caller.roles().toArray(String[]::new))
                        .param("limit", LIMIT)
                        .query(SearchIndex::hit)
                        .list();
        return hits.isEmpty()
                ? new Found(similar(query.words(), caller), true)
                : new Found(hits, false);
    }

    private List<Hit> similar(String words, Caller caller) {
        return jdbc.sql(
                        "select * from search_similar(:words, :kind, :organisation, :roles, :limit)")
                .param("words", words)
                .param("kind", caller.kind().name())
                .param("organisation", caller.organisation())
                .param("roles", caller.roles().toArray(String[]::new))
                .param("limit", LIMIT / 10)
                .query(SearchIndex::hit)
                .list();
    }

    private static Hit hit(ResultSet row, int number) throws SQLException {
        return new Hit(
                Kind.valueOf(row.getString("kind")),
                row.getString("title"),
                row.getString("detail"),
                row.getObject("case_id", UUID.class),
                row.getObject("on_date", LocalDate.class),
                row.getString("link"));
    }

    /**
     * @param alike whether nothing fitted and these only sound alike
     */
    record Found(List<Hit> hits, boolean alike) {}

    record Hit(
            Kind kind,
            String title,
            @Nullable String detail,
            @Nullable UUID caseId,
            @Nullable LocalDate on,
            String link) {}
}
