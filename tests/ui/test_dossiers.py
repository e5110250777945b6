# SPDX-License-Identifier: GPL-3.0-or-later
"""A dossier is begun for a product and moved on, by keyboard; what was stored is asked of the command line."""
import desktop


class DossiersTest(desktop.DeskCase):
    def setUp(self):
        super().setUp()
        self.register = self.new_practice("practice.ocop")

    def wait_for_step(self, step):
        def stored():
            return [dossier["step"] for dossier in self.list("dossiers")] == [step]
        desktop.wait_for(f"the dossier at {step}", stored)

    def type(self, program, text):
        program.key(*("space" if letter == " " else letter for letter in text))

    def choose_product(self, program, words):
        program.find("label", "Tính đến ngày")
        program.key("alt+3", "ctrl+k")
        self.type(program, words)
        program.key("Return")
        program.find("label", f"khớp “{words}”")
        program.key("Return")
        program.find("page tab", "Thông tin")

    def test_begun_and_moved_on(self):
        program = self.open(self.register)
        self.choose_product(program, "muong")
        program.key("Escape", "ctrl+m")
        program.find_window("Lập hồ sơ")
        program.find("label", "Xã đã tiếp nhận")
        program.key("ctrl+Return")
        self.wait_for_step("commune-received")
        [dossier] = self.list("dossiers", "--columns", "name,kind,criteria_set,commune_receipt")
        self.assertEqual(dossier["kind"], "upgrade")
        self.assertIn("/PĐK-", dossier["commune_receipt"])

        program.find("page tab", "Các bước")
        program.key("ctrl+m")
        program.find_window("Chuyển bước hồ sơ")
        program.find("label", "Thiếu: Phiếu đăng ký")
        program.key("ctrl+Return")  # asks for the reason first
        program.find("label", "Hãy ghi lý do")
        self.wait_for_step("commune-received")
        self.type(program, "giay da du")
        program.key("ctrl+Return")
        self.wait_for_step("proposed")
        reasons = {move["step"]: move["reason"] for move in self.list("dossier_moves")}
        self.assertEqual(reasons, {"commune-received": None, "proposed": "giay da du"})
        program.find("label", "Đã đề nghị tỉnh đánh giá")
        self.close(program)

    def test_not_rejected_by_agreeing(self):
        product = self.add("products", name="Gao", criteria_set="QD26-03")
        self.add("dossiers", name="Zeta", product=product, kind="first", step="council", **{"--reason": "Thu"})
        program = self.open(self.register)
        program.find("label", "Tính đến ngày")
        program.key("alt+4", "ctrl+k")
        self.type(program, "zeta")
        program.key("Return")
        program.find("label", "khớp “zeta”")
        program.key("Return")
        program.find("page tab", "Các bước")
        program.key("Escape")
        program.key("ctrl+m")
        program.find_window("Chuyển bước hồ sơ")
        program.find("label", "Đã chấm điểm” được ghi khi")
        program.key("ctrl+Return")
        program.find("label", "Hãy ghi lý do")
        self.wait_for_step("council")
        program.key("Escape")
        program.wait_for_windows(1)
        self.close(program)


if __name__ == "__main__":
    desktop.run()
