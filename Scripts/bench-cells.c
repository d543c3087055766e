/* Writes the listed cells into a workbook: the least that any program must do to make it. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <xlsxwriter.h>

int main(int argc, char **argv) {
    if (argc != 3) return 64;
    FILE *input = fopen(argv[1], "r");
    lxw_workbook *book = workbook_new(argv[2]);
    if (!input || !book) return 66;
    lxw_worksheet *sheet = NULL;
    lxw_format *format = workbook_add_format(book);
    format_set_num_format(format, "#,##0.0");
    int current = -1;
    char *line = NULL;
    size_t size = 0;
    while (getline(&line, &size, input) > 0) {
        char *place = line;
        int number = strtol(place, &place, 10);
        int row = strtol(place, &place, 10);
        int column = strtol(place, &place, 10);
        char kind = place[1];
        char *value = place + 3;
        value[strcspn(value, "\n")] = 0;
        while (current < number) {
            sheet = workbook_add_worksheet(book, NULL);
            current++;
        }
        if (kind == 'n') worksheet_write_number(sheet, row, column, atof(value), format);
        else worksheet_write_string(sheet, row, column, value, NULL);
    }
    return workbook_close(book);
}
