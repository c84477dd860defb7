package org.tongdao.routing;

import org.jspecify.annotations.Nullable;

/** A variable of a {@link MasterProgram}: a way of a shipment, its staying behind, or what is left or too much on a row. */
final class Column {

    static final int OUT = -1;
    static final int KEY = -2;

    /** −1: of a row. */
    final int shipment;

    double cost;
    final int[] rows;
    final double[] amounts;
    /** Null when it is not one. */
    final @Nullable Way way;

    /** {@link #OUT} of the basis, {@link #KEY} of its shipment, or its position. */
    int at = OUT;

    Column(int shipment, double cost, int[] rows, double[] amounts, @Nullable Way way) {
        this.shipment = shipment;
        this.cost = cost;
        this.rows = rows;
        this.amounts = amounts;
        this.way = way;
    }

    /** Room left on a row, or with −1 the room that is missing. */
    static Column ofRow(int row, double sign, double cost) {
        return new Column(-1, cost, new int[] {row}, new double[] {sign}, null);
    }

    boolean isLeft() {
        return shipment < 0 && amounts[0] > 0;
    }

    boolean isMissing() {
        return shipment < 0 && amounts[0] < 0;
    }

    double amount(int row) {
        double sum = 0;
        for (int k = 0; k < rows.length; k++) {
            sum += rows[k] == row ? amounts[k] : 0;
        }
        return sum;
    }

    /** What it costs with the prices of its rows. */
    double priced(double[] price) {
        double sum = cost;
        for (int k = 0; k < rows.length; k++) {
            sum += price[rows[k]] * amounts[k];
        }
        return sum;
    }
}
