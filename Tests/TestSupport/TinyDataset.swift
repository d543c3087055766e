/// A dataset small enough to be summed up with a pencil.
public enum TinyDataset {
    /// Its files by name.
    public static let files: [String: String] = [
        "states.csv": """
        state,name_en,population
        KWT,Kuwait,4000000
        QAT,Qatar,2000000
        BHR,Bahrain,1000000
        ARE,United Arab Emirates,9000000
        SAU,Saudi Arabia,33000000
        OMN,Oman,5000000
        """,
        "courses.csv": """
        course_id,title,topic,kind,hours,max_score,pass_score,valid_months
        C1,Network Defence,cyber-security,course,12,100,60,12
        C2,Energy Seminar,energy-security,seminar,,,,
        C3,Panel,,dialogue,,,,
        """,
        "sessions.csv": """
        session_id,course_id,start_date,end_date,host_state,capacity,cost,status
        S1,C1,2019-03-03,2019-03-07,KWT,4,1000,held
        S2,C2,2019-09-01,2019-09-02,QAT,3,,held
        S3,C3,2019-10-01,2019-10-01,KWT,,50,held
        S4,C1,2020-02-02,2020-02-06,KWT,10,,planned
        S5,C1,2019-05-01,2019-05-02,KWT,10,,cancelled
        S6,C2,2020-01-05,2020-01-06,KWT,10,70,held
        """,
        "trainers.csv": """
        trainer_id,nationality,affiliation
        R1,KWT,internal
        R2,ITA,external
        R3,KWT,internal
        """,
        "assignments.csv": """
        session_id,trainer_id,role,hours
        S1,R1,lead,10
        S1,R2,assistant,5.5
        S2,R1,lead,
        S3,R2,speaker,1
        """,
        "trainees.csv": """
        trainee_id,state,institution,sector,sex,birth_year
        T1,KWT,Navy,military,M,1990
        T2,KWT,Ministry,civil,F,1980
        T3,QAT,Navy,military,M,
        T4,,,,,
        """,
        "participations.csv": """
        session_id,trainee_id,status,hours,pre_score,post_score,rating,cost
        S1,T1,completed,12,40,80,5,10
        S1,T2,completed,12,60,50,4,20.5
        S1,T3,attended,6,,90,,
        S1,T4,no-show,,,,,5
        S2,T1,attended,8,,,3,
        S2,T3,withdrawn,,,,,
        S3,T2,attended,,,,,
        """,
        "attendance.csv": """
        session_id,trainee_id,date,present,minutes
        S1,T1,2019-03-03,yes,
        S1,T1,2019-03-04,,240
        S1,T1,2019-03-05,no,0
        S1,T2,2019-03-03,,
        S1,T4,2019-03-03,no,
        S2,T3,2019-09-01,yes,180
        S2,T3,2019-09-02,no,
        S3,T2,2019-10-01,yes,
        """,
        "evaluations.csv": """
        session_id,item,value
        S1,trainer,5
        S1,trainer,4
        S1,trainer,2
        S1,content,4
        S1,content,3
        S1,content,5
        S2,trainer,3
        S2,trainer,4
        S3,trainer,1
        S6,trainer,5
        S4,content,2
        """,
        "followups.csv": """
        session_id,trainee_id,asked_on,applied,supervisor_rating,benefit
        S1,T1,2019-06-01,yes,4,900
        S1,T2,2019-06-01,partly,5,
        S1,T3,2019-06-01,,,
        S1,T4,2019-06-01,no,1,50
        S2,T1,2019-11-01,no,,300.5
        S3,T2,2019-11-01,yes,2,10
        """,
        "headcounts.csv": """
        session_id,state,participants,completions,cost
        S2,OMN,5,2,100
        S3,KWT,7,,
        """,
    ]
}
