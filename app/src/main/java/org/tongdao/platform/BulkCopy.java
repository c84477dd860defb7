package org.tongdao.platform;

import java.sql.SQLException;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * PostgreSQL's COPY inside the caller's transaction. PostgreSQL refuses COPY into a table with row-level security: copy into a temporary staging
 * table ({@code CREATE TEMP TABLE … ON COMMIT DROP}) and go on with {@code INSERT … SELECT}.
 */
@Component
public class BulkCopy {

    private final DataSource dataSource;

    BulkCopy(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** Opens a COPY of {@code columns} (comma separated, trusted text) into {@code table}; close it to finish. */
    @Transactional(propagation = Propagation.MANDATORY)
    public CopyRows into(String table, String columns) {
        var connection = DataSourceUtils.getConnection(dataSource);
        try {
            var copy = connection.unwrap(PGConnection.class).getCopyAPI();
            return new CopyRows(copy.copyIn("COPY " + table + " (" + columns + ") FROM STDIN"));
        } catch (SQLException e) {
            throw new IllegalStateException("COPY into " + table + " could not start", e);
        }
    }
}
