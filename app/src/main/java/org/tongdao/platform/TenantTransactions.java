package org.tongdao.platform;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.ConnectionHolder;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Tells each transaction its tenant, for the length of that transaction only, before its first statement (I-33). */
final class TenantTransactions extends JdbcTransactionManager {

    private static final long serialVersionUID = 1L;
    private static final String OF_TENANT = "SELECT set_config('app.tenant', ?, true)";
    private static final String OF_MERCHANT =
            "SELECT set_config('app.tenant', ?, true), set_config('app.merchant', ?, true),"
                    + " set_config('role', 'tongdao_merchant', true)";

    TenantTransactions(DataSource dataSource) {
        super(dataSource);
    }

    @Override
    protected void doBegin(Object transaction, TransactionDefinition definition) {
        super.doBegin(transaction, definition);
        var holder = (ConnectionHolder) TransactionSynchronizationManager.getResource(obtainDataSource());
        if (holder == null) {
            throw new IllegalStateException("the transaction has no connection");
        }
        var merchant = Tenancy.merchant();
        try (PreparedStatement statement =
                holder.getConnection().prepareStatement(merchant.isPresent() ? OF_MERCHANT : OF_TENANT)) {
            statement.setString(1, Tenancy.setting());
            if (merchant.isPresent()) {
                statement.setString(2, merchant.get());
            }
            statement.execute();
        } catch (SQLException e) {
            throw new CannotCreateTransactionException("could not tell the transaction its tenant", e);
        }
    }
}
