# What may be logged grew by a kind.

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("audit", "0003_alter_entry_act"),
    ]

    operations = [
        migrations.AlterField(
            model_name="entry",
            name="act",
            field=models.CharField(
                choices=[
                    ("signed_in", "登录"),
                    ("signed_out", "退出"),
                    ("sign_in_failed", "登录失败"),
                    ("locked_out", "多次失败，暂停登录"),
                    ("password_changed", "修改密码"),
                    ("password_reset", "重置密码"),
                    ("person_added", "添加人员"),
                    ("person_changed", "修改人员"),
                    ("workbook_uploaded", "上传待查"),
                    ("workbook_submitted", "报送"),
                    ("original_downloaded", "下载原件"),
                    ("marked_downloaded", "下载标注件"),
                    ("finding_explained", "说明问题"),
                    ("explanation_accepted", "接受说明"),
                    ("explanation_returned", "退回说明"),
                    ("submission_returned", "退回整份报送"),
                    ("waiver_proposed", "申请豁免"),
                    ("waiver_refused", "不同意豁免"),
                    ("finding_waived", "批准豁免"),
                    ("identity_decided", "判断名称"),
                    ("period_decided", "期间锁定与更正"),
                    ("query_run", "查询数据"),
                    ("query_exported", "导出查询结果"),
                    ("query_saved", "保存查询"),
                    ("log_verified", "核验日志"),
                ],
                max_length=40,
                verbose_name="事项",
            ),
        ),
    ]
