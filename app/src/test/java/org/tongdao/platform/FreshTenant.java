package org.tongdao.platform;

import java.sql.SQLException;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.stereotype.Component;

/** Makes tenants for tests, as the owner of the database, since the application may not. */
@Component
public class FreshTenant {

    private final Server server;

    FreshTenant(Server server) {
        this.server = server;
    }

    /** A new, empty tenant; work as it with {@link Tenancy#as}. */
    public int create() {
        return (int)
                asOwner(
                        "INSERT INTO tenant (id, code, name) SELECT n, 'test-' || n, 'Test ' || n FROM (SELECT max(id) + 1 AS n FROM tenant) t RETURNING id");
    }

    /** Runs one statement that returns one number with the owner's rights and without row-level security. */
    public long asOwner(String sql) {
        var owner = new PGSimpleDataSource();
        owner.setUrl(server.url());
        try (var connection = owner.getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }
}
