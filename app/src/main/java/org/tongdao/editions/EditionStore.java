package org.tongdao.editions;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The table of editions: for all tenants to read, for the home tenant to add to, for nobody to change. */
@Component
class EditionStore {

    private static final String ADD = """
            INSERT INTO list_edition (list, number, content, line_count, actor, reason, restores)
            SELECT :list, :number, :content, :lines, :actor, :reason, nullif(:restores, -1)
            WHERE :number = 0 OR :number = 1 + (SELECT max(number) FROM list_edition WHERE list = :list)
            ON CONFLICT DO NOTHING
            """;

    private final JdbcClient jdbc;

    EditionStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Transactional(readOnly = true)
    public Map<String, Integer> numbers() {
        var numbers = new HashMap<String, Integer>();
        jdbc.sql("SELECT list, max(number) AS number FROM list_edition GROUP BY list")
                .query(row -> {
                    numbers.put(row.getString("list"), row.getInt("number"));
                });
        return numbers;
    }

    @Transactional(readOnly = true)
    public Optional<Edition> find(String list, int number) {
        return jdbc.sql("SELECT content FROM list_edition WHERE list = ? AND number = ?")
                .params(list, number)
                .query(byte[].class)
                .optional()
                .map(content -> new Edition(list, number, new String(content, StandardCharsets.UTF_8)));
    }

    @Transactional(readOnly = true)
    public List<BroughtEdition> history(String list) {
        return jdbc.sql("""
                SELECT number, line_count AS rows, encode(sha256, 'hex') AS sha256, at, actor, reason, coalesce(restores, -1) AS restores
                FROM list_edition WHERE list = ? ORDER BY number DESC""").param(list).query(BroughtEdition.class).list();
    }

    /** False when another one took the number; the one that came with the program is kept as number 0 with the first. */
    @Transactional
    public boolean add(String list, NewEdition wish) {
        if (wish.base() == 0) {
            insert(list, 0, new NewEdition(Packaged.get(list).text(), 0, -1, "came with the program", "program"));
        }
        return insert(list, wish.base() + 1, wish) == 1;
    }

    private int insert(String list, int number, NewEdition wish) {
        return jdbc.sql(ADD)
                .param("list", list)
                .param("number", number)
                .param("content", wish.text().getBytes(StandardCharsets.UTF_8))
                .param("lines", ListTable.of(wish.text()).rows().size())
                .param("actor", wish.actor())
                .param("reason", wish.reason())
                .param("restores", wish.restores())
                .update();
    }
}
